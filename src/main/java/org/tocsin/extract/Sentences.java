package org.tocsin.extract;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.List;

/** Cuts text into sentences with ICU's rules, and mends what they tear: abbreviations, decimals, lines wrapped by hand. */
final class Sentences {
    private static final int WRAPPED = 40;

    private final BreakIterator template;
    private final Lexicon lexicon;

    Sentences(Language language, Lexicon lexicon) {
        ULocale locale = ULocale.forLanguageTag(language.code());
        this.template = FilteredBreakIteratorBuilder.getInstance(locale)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
        this.lexicon = lexicon;
    }

    /** The tokens of each sentence between two offsets. */
    List<List<Token>> cut(String text, int from, int to) {
        BreakIterator breaks = template.clone();
        CharacterIterator characters = new StringCharacterIterator(text, from, to, from);
        breaks.setText(characters);
        List<List<Token>> sentences = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            open.addAll(Tokenizer.tokens(text, start, end));
            if (!goesOn(text, open, end, to)) {
                sentences.add(open);
                open = new ArrayList<>();
            }
            start = end;
        }
        if (!open.isEmpty()) {
            sentences.add(open);
        }
        return sentences;
    }

    private boolean goesOn(String text, List<Token> open, int end, int to) {
        if (open.isEmpty() || end >= to) {
            return false;
        }
        boolean newLine = text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r';
        Token last = open.get(open.size() - 1);
        if (newLine) {
            boolean wrapped = end - lineStart(text, end - 1) > WRAPPED && Character.isLowerCase(text.charAt(end));
            return wrapped && !last.is(".");
        }
        return last.is(".") && open.size() > 1 && abbreviates(open.get(open.size() - 2), last);
    }

    private boolean abbreviates(Token word, Token point) {
        boolean initial = word.isWord() && word.end() - word.start() == 1 && word.shape() == Token.Shape.CAPITAL;
        boolean known = lexicon.longest(List.of(word), 0, Tag.ABBREVIATION) != null;
        return point.glued() && (initial || known);
    }

    private static int lineStart(String text, int end) {
        int start = end;
        while (start > 0 && text.charAt(start - 1) != '\n' && end - start < WRAPPED * 2) {
            start--;
        }
        return start;
    }
}
