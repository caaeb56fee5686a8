package org.tocsin.extract;

import java.util.List;

/** All that is needed to read one language: its words and its rules, loaded once. */
record Pack(Language language, Lexicon lexicon, SymbolReader symbols, NounGroups groups, Finder finder) {
    static Pack shipped(Language language) {
        Lexicon lexicon = new Lexicon();
        new LexiconFile(language.code() + ".lex").into(lexicon);
        RuleBook rules = new RuleBook(List.of("common.rules", language.code() + ".rules"));
        return new Pack(language, lexicon, new SymbolReader(lexicon), new NounGroups(language), new Finder(rules));
    }

    Sentence sentence(List<Token> tokens) {
        return new Sentence(tokens, groups.join(symbols.symbols(tokens), tokens));
    }
}
