/** Rules: pure judgements over evidence, each with its reason, also when nothing fires. */
@NullMarked
package org.tocsin.detect;

import org.jspecify.annotations.NullMarked;
