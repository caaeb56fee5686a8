/** What a crisis means: versioned scopes over places, origins and appeals, its headline and its funding. */
@NullMarked
package org.tocsin.crisis;

import org.jspecify.annotations.NullMarked;
