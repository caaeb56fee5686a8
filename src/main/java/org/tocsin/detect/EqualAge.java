package org.tocsin.detect;

/**
 * That the windows of evidence are of equal age: each as it was known so many days after its end, and one that is younger as it stood.
 *
 * @param days at least as many as the rule asks for; more where the judged window is older than that
 * @param unheard how many windows are known by now and were not at that age, because we did not ask their source yet or it had not
 *     spoken: they stay unknown
 */
public record EqualAge(int days, int unheard) {}
