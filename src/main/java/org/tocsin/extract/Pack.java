package org.tocsin.extract;

import java.util.List;

/** All that is needed to read one language: its words and its rules, loaded once. */
record Pack(Language language, Lexicon lexicon, SymbolReader symbols, NounGroups groups, Finder finder) {
    static Pack shipped(Language language, Gazetteer gazetteer) {
        Lexicon lexicon = new Lexicon();
        new LexiconFile(language.code() + ".lex").into(lexicon);
        gazetteer.peoples(lexicon);
        RuleBook rules = new RuleBook(List.of("sets.rules", language.code() + ".rules", "common.rules"));
        return new Pack(
                language,
                lexicon,
                new SymbolReader(lexicon, language),
                new NounGroups(language),
                new Finder(rules, new Borders(gazetteer, lexicon)));
    }

    Sentence sentence(List<Token> tokens) {
        return Sentence.of(tokens, groups.join(symbols.symbols(tokens), tokens));
    }
}
