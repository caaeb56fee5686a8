@NullMarked
package org.tocsin.detect.method;

import org.jspecify.annotations.NullMarked;
