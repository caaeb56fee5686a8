package org.tocsin.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.tocsin.collect.Rejection;

/**
 * One run with the rows that it refused.
 *
 * @param rejections the first thousand, in the order in which they were read
 */
record RunReport(@JsonUnwrapped RunAnswer run, List<Rejection> rejections) implements Answer {}
