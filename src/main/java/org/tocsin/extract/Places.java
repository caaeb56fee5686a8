package org.tocsin.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out where a statement holds: each place named casts a vote for its country, the nearer the heavier. */
final class Places {
    private static final Set<String> AWAY = Set.of(
            "from", "with", "by", "against", "between", "and", "avec", "contre", "par", "con", "contra", "por", "to",
            "like");
    private static final double NEAR = 5;
    private static final double AFTER = 8;
    private static final double IN_TITLE = 2.5;
    private static final double DEMONYM = 0.35;
    private static final int CLOSE = 10;
    private static final int SENTENCES_BACK = 3;

    private final Gazetteer gazetteer;
    private final boolean smallPeoples;

    Places(Gazetteer gazetteer, Language language) {
        this.gazetteer = gazetteer;
        this.smallPeoples = language != Language.EN;
    }

    /** The places of one article, sentence by sentence. */
    final class Atlas {
        private final String text;
        private final List<Sentence> sentences;
        private final List<List<Gazetteer.Mention>> mentions = new ArrayList<>();
        private final Map<String, Double> everywhere = new HashMap<>();
        private final @Nullable String title;

        private Atlas(String text, Context context, List<Sentence> sentences) {
            this.text = text;
            this.sentences = sentences;
            this.title = context.article().title();
            for (Sentence sentence : sentences) {
                List<Gazetteer.Mention> here = gazetteer.mentions(sentence.tokens(), smallPeoples);
                mentions.add(here);
                here.forEach(mention -> vote(everywhere, mention, 1));
            }
            double all = everywhere.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            everywhere.replaceAll((country, votes) -> 2 * votes / all);
            if (title != null) {
                gazetteer
                        .mentions(Tokenizer.tokens(title), smallPeoples)
                        .forEach(mention -> vote(everywhere, mention, IN_TITLE));
            }
        }

        Where where(int at, Finding finding) {
            Gazetteer.Mention nearest = nearest(at, finding);
            String origin = finding.metric() == ToldMetric.REFUGEES ? origin(at) : null;
            Map<String, Double> votes = new HashMap<>(everywhere);
            for (Gazetteer.Mention mention : mentions.get(at)) {
                double weight = mention.from() >= finding.symbol().from() ? AFTER : NEAR;
                vote(votes, mention, weight(at, finding, mention, weight));
            }
            for (int back = 1; back <= SENTENCES_BACK && at - back >= 0; back++) {
                for (Gazetteer.Mention mention : mentions.get(at - back)) {
                    vote(votes, mention, (mention.isDemonym() ? 0.5 : 1) / back);
                }
            }
            votes.remove(origin);
            String iso3 = votes.entrySet().stream()
                    .max(Entry.<String, Double>comparingByValue().thenComparing(Entry.comparingByKey()))
                    .map(Entry::getKey)
                    .orElse(null);
            String name = nearest != null && iso3 != null && nearest.isIn(iso3) ? words(at, nearest) : null;
            return new Where(name, iso3, origin);
        }

        private double weight(int at, Finding finding, Gazetteer.Mention mention, double weight) {
            int distance = Math.abs(mention.from() - finding.symbol().from());
            double near = weight * CLOSE / (CLOSE + distance);
            return isAway(at, mention) ? near * DEMONYM : near;
        }

        private boolean isAway(int at, Gazetteer.Mention mention) {
            List<Token> tokens = sentences.get(at).tokens();
            boolean away = mention.from() > 0
                    && AWAY.contains(tokens.get(mention.from() - 1).form());
            boolean backed =
                    mention.to() < tokens.size() && tokens.get(mention.to()).is("-");
            return away || backed;
        }

        private Gazetteer.@Nullable Mention nearest(int at, Finding finding) {
            Gazetteer.Mention best = null;
            int least = Integer.MAX_VALUE;
            for (Gazetteer.Mention mention : mentions.get(at)) {
                int distance = mention.from() - finding.symbol().from();
                int cost = (distance < 0 ? -2 * distance : distance) + (mention.isDemonym() ? 50 : 0);
                if (cost < least) {
                    least = cost;
                    best = mention;
                }
            }
            return best;
        }

        /** The country people left: "refugees from Venezuela", "fled Ukraine", "Syrian refugees". */
        private @Nullable String origin(int at) {
            List<Token> tokens = sentences.get(at).tokens();
            for (Gazetteer.Mention mention : mentions.get(at)) {
                String before =
                        mention.from() > 0 ? tokens.get(mention.from() - 1).form() : "";
                String second =
                        mention.from() > 1 ? tokens.get(mention.from() - 2).form() : "";
                boolean left = LEFT.contains(before) || (before.equals("'") && LEFT.contains(second));
                boolean article = ARTICLES.contains(before) && LEFT.contains(second);
                String after =
                        mention.to() < tokens.size() ? tokens.get(mention.to()).form() : "";
                boolean people = mention.isDemonym() && after.startsWith("refugee");
                if (left || article || people) {
                    return mention.senses().get(0).value();
                }
            }
            return null;
        }

        private String words(int at, Gazetteer.Mention mention) {
            List<Token> tokens = sentences.get(at).tokens();
            return text.substring(
                    tokens.get(mention.from()).start(),
                    tokens.get(mention.to() - 1).end());
        }
    }

    private static final Set<String> LEFT =
            Set.of("from", "fled", "fleeing", "flee", "left", "fui", "fuyant", "desde", "huyeron");
    private static final Set<String> ARTICLES = Set.of("the", "l", "la", "le", "'", "el");

    Atlas atlas(String text, Context context, List<Sentence> sentences) {
        return new Atlas(text, context, sentences);
    }

    private static void vote(Map<String, Double> votes, Gazetteer.Mention mention, double weight) {
        double each =
                weight * (mention.isDemonym() ? DEMONYM : 1) / mention.senses().size();
        for (Sense sense : mention.senses()) {
            votes.merge(sense.value(), each, Double::sum);
        }
    }
}
