package org.tocsin.crisis;

import java.time.LocalDate;
import org.tocsin.figure.SourceId;

/**
 * A change of the source that stands for a metric of a crisis: told as a date, never drawn as a step in a line.
 *
 * @param day on which the new source was first heard of
 */
public record HeadlineMark(LocalDate day, SourceId from, SourceId to) {}
