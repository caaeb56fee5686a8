package org.tocsin.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins a number with the noun it counts: "six local soldiers", "3 million internally displaced people", "80 000 personnes". */
final class NounGroups {
    private static final long HEADS = Tag.mask(Tag.PEOPLE, Tag.HOUSEHOLD, Tag.CROWD, Tag.THING, Tag.UNIT);
    private static final long PERSONS = Tag.mask(Tag.PEOPLE, Tag.HOUSEHOLD, Tag.CROWD);
    private static final long SKIPPED = Tag.mask(Tag.W, Tag.CAP, Tag.ADV, Tag.NEW, Tag.OTHER, Tag.DET);
    private static final int MOST_MODIFIERS = 8;

    private final boolean nounComesLast;

    NounGroups(Language language) {
        this.nounComesLast = language.nounComesLast();
    }

    List<Symbol> join(List<Symbol> symbols, List<Token> tokens) {
        List<Symbol> joined = new ArrayList<>(symbols.size());
        int at = 0;
        while (at < symbols.size()) {
            Symbol symbol = symbols.get(at);
            if (symbol.quantity() == null) {
                joined.add(symbol);
                at++;
            } else {
                Group group = group(symbols, tokens, at);
                joined.add(group.symbol());
                at = group.next();
            }
        }
        return joined;
    }

    private record Group(Symbol symbol, int next) {}

    private Group group(List<Symbol> symbols, List<Token> tokens, int at) {
        Symbol number = symbols.get(at);
        Quantity quantity = Objects.requireNonNull(number.quantity());
        if (!quantity.unit().isEmpty()) {
            Tag tag = quantity.isPercent() ? Tag.QX : Tag.QM;
            return new Group(quantitySymbol(number, number.to(), tag, List.of(), quantity), at + 1);
        }
        boolean headed = at + 1 < symbols.size() && symbols.get(at + 1).hasAny(HEADS);
        if ((!headed && isYear(number, quantity, tokens)) || !quantity.isWhole()) {
            return new Group(Symbol.of(number.from(), number.to(), Tag.NUM), at + 1);
        }
        if (isDay(number, tokens)) {
            return new Group(Symbol.of(number.from(), number.to(), Tag.NUM), at + 1);
        }
        Head head = head(symbols, at);
        if (head == null) {
            return new Group(quantitySymbol(number, number.to(), Tag.QB, List.of(), quantity), at + 1);
        }
        Symbol last = symbols.get(head.at());
        Tag tag = last.hasAny(PERSONS) ? Tag.QP : last.hasAny(HEADS) ? Tag.QO : Tag.QU;
        return new Group(quantitySymbol(number, last.to(), tag, head.senses(), quantity), head.at() + 1);
    }

    private static Symbol quantitySymbol(Symbol number, int to, Tag tag, List<Sense> senses, Quantity quantity) {
        long mask = tag.bit() | number.mask();
        for (Sense sense : senses) {
            mask |= switch (sense.tag()) {
                case CROWD, DONE -> Tag.CROWD.bit();
                case HOUSEHOLD, OTHER, NEW -> sense.tag().bit();
                default -> 0;
            };
        }
        return new Symbol(number.from(), to, mask, senses, quantity);
    }

    private record Head(int at, List<Sense> senses) {}

    private @Nullable Head head(List<Symbol> symbols, int at) {
        int i = at + 1;
        boolean bracket = at > 0
                && symbols.get(at - 1).has(Tag.LP)
                && i < symbols.size()
                && symbols.get(i).has(Tag.RP);
        i = bracket ? i + 1 : i;
        i = i < symbols.size() && symbols.get(i).has(Tag.OF) && partitive(symbols, i) ? i + 1 : i;
        List<Sense> senses = new ArrayList<>();
        int unknown = -1;
        int end = Math.min(symbols.size(), i + MOST_MODIFIERS);
        for (; i < end; i++) {
            Symbol symbol = symbols.get(i);
            if (symbol.hasAny(HEADS)) {
                senses.addAll(symbol.senses());
                return extended(symbols, i, senses);
            }
            int aside = aside(symbols, i);
            if (aside > 0 && unknown >= 0) {
                i = aside;
            } else if (symbol.has(Tag.DONE) && nounComesLast && personsSoon(symbols, i)) {
                senses.addAll(symbol.senses());
            } else if (symbol.has(Tag.OTHER) && isNounLike(symbols, i)) {
                senses.add(new Sense(Tag.OTHER, ""));
                senses.add(new Sense(Tag.PEOPLE, ""));
                return new Head(i, senses);
            } else if (symbol.has(Tag.DASH) || !symbol.hasAny(SKIPPED)) {
                break;
            } else {
                senses.addAll(symbol.has(Tag.NEW) || symbol.has(Tag.OTHER) ? symbol.senses() : List.of());
                unknown = symbol.hasAny(Tag.mask(Tag.W, Tag.CAP)) && (nounComesLast || unknown < 0) ? i : unknown;
            }
        }
        return unknown < 0 ? null : new Head(unknown, senses);
    }

    /** "hundreds of people", "10 of the victims": the noun stands behind the word "of". */
    private static boolean partitive(List<Symbol> symbols, int of) {
        for (int i = of + 1; i < Math.min(symbols.size(), of + 5); i++) {
            if (symbols.get(i).hasAny(HEADS)) {
                return true;
            }
            if (!symbols.get(i).hasAny(SKIPPED | Tag.DONE.bit())) {
                return false;
            }
        }
        return false;
    }

    /** In "camp residents", "family members" and "IDP households" the last noun is counted, and the first may still name the metric. */
    private Head extended(List<Symbol> symbols, int at, List<Sense> senses) {
        int head = at;
        while (head + 1 < symbols.size() && nounComesLast) {
            Symbol next = symbols.get(head + 1);
            if (!next.hasAny(HEADS) || next.has(Tag.DONE)) {
                break;
            }
            boolean persons = next.hasAny(PERSONS);
            senses.removeIf(sense -> persons ? isThing(sense) : sense.tag() != Tag.PEOPLE);
            senses.addAll(next.senses());
            head++;
        }
        if (symbols.get(head).has(Tag.HOUSEHOLD)) {
            crowdBehind(symbols, head, senses);
        }
        return new Head(head, senses);
    }

    /** "90 households - city evictees": the noun behind the unit names the metric. */
    private static void crowdBehind(List<Symbol> symbols, int household, List<Sense> senses) {
        for (int i = household + 1; i < Math.min(symbols.size(), household + MOST_MODIFIERS); i++) {
            if (symbols.get(i).has(Tag.CROWD)) {
                senses.addAll(symbols.get(i).senses());
                return;
            }
            if (!symbols.get(i).hasAny(SKIPPED | Tag.DASH.bit())) {
                return;
            }
        }
    }

    private static boolean isThing(Sense sense) {
        return sense.tag() == Tag.THING || sense.tag() == Tag.UNIT || sense.tag() == Tag.HOUSEHOLD;
    }

    private static boolean personsSoon(List<Symbol> symbols, int at) {
        for (int i = at + 1; i < Math.min(symbols.size(), at + 4); i++) {
            if (symbols.get(i).hasAny(PERSONS)) {
                return true;
            }
            if (!symbols.get(i).hasAny(SKIPPED | Tag.DONE.bit())) {
                return false;
            }
        }
        return false;
    }

    /** "others" stands for people, "other" and "more" only before a noun or an end. */
    private static boolean isNounLike(List<Symbol> symbols, int at) {
        return "noun".equals(symbols.get(at).value(Tag.OTHER))
                || at + 1 >= symbols.size()
                || !symbols.get(at + 1).hasAny(SKIPPED | HEADS | Tag.DONE.bit());
    }

    /** The closing bracket of "(NNP)" inside a name; 0 when there is none. */
    private static int aside(List<Symbol> symbols, int at) {
        boolean bracketed = symbols.get(at).has(Tag.LP)
                && at + 2 < symbols.size()
                && symbols.get(at + 1).has(Tag.CAP)
                && symbols.get(at + 2).has(Tag.RP);
        return bracketed ? at + 2 : 0;
    }

    /** "12 May", "May 12", "12 de mayo". */
    private static boolean isDay(Symbol number, List<Token> tokens) {
        int before = number.from() - 1;
        int behind = number.to();
        behind = behind < tokens.size() && tokens.get(behind).is("de") ? behind + 1 : behind;
        boolean month = behind < tokens.size() && isMonth(tokens.get(behind));
        boolean monthBefore = before >= 0 && isMonth(tokens.get(before));
        return (month || monthBefore) && tokens.get(number.to() - 1).form().length() <= 2;
    }

    private static boolean isMonth(Token token) {
        return Months.month(token.form()) > 0
                && (token.shape() == Token.Shape.CAPITAL || token.form().length() > 3);
    }

    private static boolean isYear(Symbol number, Quantity quantity, List<Token> tokens) {
        if (quantity.value() == null || number.to() - number.from() != 1) {
            return false;
        }
        String form = tokens.get(number.from()).form();
        return form.length() == 4
                && (form.startsWith("19") || form.startsWith("20"))
                && form.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
