package org.tocsin.alert;

/** A rule that comes from a file can only be changed there. */
public final class ProvisionedRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProvisionedRuleException(String id) {
        super("rule '" + id + "' comes from a file of the operator and is changed there");
    }
}
