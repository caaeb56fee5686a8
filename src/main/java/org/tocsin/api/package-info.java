/** The REST API: resources that read stores and call steps, and their answers. */
@NullMarked
package org.tocsin.api;

import org.jspecify.annotations.NullMarked;
