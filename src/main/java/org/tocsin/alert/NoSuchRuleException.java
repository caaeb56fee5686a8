package org.tocsin.alert;

/** Says that a rule was asked for by a name or version that never was. */
public final class NoSuchRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchRuleException(String what) {
        super("no rule " + what);
    }
}
