package org.tocsin.extract;

import java.util.ArrayList;
import java.util.List;

/** Reads one article in one language: sentence by sentence to findings, and findings to statements. */
final class Reader {
    private final Pack pack;
    private final Sentences sentences;
    private final Narrator narrator;

    Reader(Pack pack, Gazetteer gazetteer) {
        this.pack = pack;
        this.sentences = new Sentences(pack.language(), pack.lexicon());
        this.narrator = new Narrator(pack, gazetteer);
    }

    List<Told> read(String text, Article article) {
        List<List<Token>> cut = sentences.cut(text, article.start(), article.end());
        Context context = context(cut, article);
        List<Sentence> read = new ArrayList<>(cut.size());
        List<List<Finding>> found = new ArrayList<>(cut.size());
        for (List<Token> tokens : cut) {
            Sentence sentence = pack.sentence(tokens);
            List<Finding> findings = pack.finder().find(sentence, context);
            read.add(sentence);
            found.add(findings);
            context = findings.isEmpty() ? context : context.after(findings.get(findings.size() - 1));
        }
        return narrator.tell(text, context, read, found);
    }

    private Context context(List<List<Token>> cut, Article article) {
        int year = 0;
        boolean humanitarian = isHumanitarian(article.title() == null ? List.of() : Tokenizer.tokens(article.title()));
        for (List<Token> tokens : cut) {
            year = Math.max(year, Years.latest(tokens));
            humanitarian = humanitarian || isHumanitarian(tokens);
        }
        return new Context(article, pack.language(), year, humanitarian, null);
    }

    /** Whether the words belong to relief work; elsewhere money asked for is no appeal. */
    private boolean isHumanitarian(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (pack.lexicon().longest(tokens, i, Tag.ORG) != null) {
                return true;
            }
        }
        return false;
    }
}
