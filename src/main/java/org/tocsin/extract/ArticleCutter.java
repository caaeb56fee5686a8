package org.tocsin.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page that strings several articles together, each opened by its headline and a line that says when it was updated, into those
 * articles; a page without such lines is one article.
 */
final class ArticleCutter {
    private static final int HEADLINE = 220;
    private static final int LINES_BETWEEN = 8;

    /** A line of the page without the blanks around it. */
    private record Line(int start, String text) {
        boolean isBlank() {
            return text.isEmpty();
        }
    }

    List<Article> cut(Prose prose) {
        List<Line> lines = lines(prose.text());
        List<Integer> heads = new ArrayList<>();
        List<@Nullable LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (isDateLine(lines.get(i).text())) {
                int head = headline(lines, i, heads.isEmpty() ? 0 : heads.get(heads.size() - 1) + 1);
                if (head >= 0) {
                    heads.add(head);
                    dates.add(DateLine.date(lines.get(i).text()));
                }
            }
        }
        return heads.isEmpty() ? whole(prose) : articles(prose, lines, heads, dates);
    }

    private static List<Article> whole(Prose prose) {
        return List.of(
                new Article(0, prose.title(), prose.date(), 0, prose.text().length()));
    }

    private static List<Article> articles(
            Prose prose, List<Line> lines, List<Integer> heads, List<@Nullable LocalDate> dates) {
        List<Article> articles = new ArrayList<>();
        int first = lines.get(heads.get(0)).start();
        if (!prose.text().substring(0, first).isBlank()) {
            articles.add(new Article(0, prose.title(), prose.date(), 0, first));
        }
        for (int i = 0; i < heads.size(); i++) {
            int start =
                    i == 0 && articles.isEmpty() ? 0 : lines.get(heads.get(i)).start();
            int end = i + 1 < heads.size()
                    ? lines.get(heads.get(i + 1)).start()
                    : prose.text().length();
            LocalDate date = dates.get(i) == null ? prose.date() : dates.get(i);
            articles.add(new Article(articles.size(), lines.get(heads.get(i)).text(), date, start, end));
        }
        return articles;
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(new Line(
                    start,
                    text.substring(start, Math.min(end, start + 2 * HEADLINE)).strip()));
            start = end + 1;
        }
        return lines;
    }

    private static boolean isDateLine(String line) {
        String small = line.toLowerCase(Locale.ROOT);
        return line.length() < 60
                && (small.startsWith("updated ")
                        || small.startsWith("published ")
                        || small.startsWith("mis à jour ")
                        || small.startsWith("publié le ")
                        || small.startsWith("actualizado ")
                        || small.startsWith("publicado "));
    }

    /** The headline above a date line: the first of its block of lines, or the line that opens the page. */
    private static int headline(List<Line> lines, int dateLine, int from) {
        int head = -1;
        for (int i = dateLine - 1; i >= Math.max(from, dateLine - LINES_BETWEEN); i--) {
            Line line = lines.get(i);
            if (line.isBlank()) {
                boolean twoBlank = i > 0 && lines.get(i - 1).isBlank();
                if (head >= 0
                        && (twoBlank || i == 0 || endsSentence(lines.get(i - 1).text()))) {
                    break;
                }
            } else if (line.text().length() <= HEADLINE && !endsSentence(line.text())) {
                head = i;
            } else if (line.text().length() > HEADLINE || head >= 0) {
                break;
            }
        }
        return head;
    }

    private static boolean endsSentence(String line) {
        return line.endsWith(".") || line.endsWith("”") || (line.endsWith("\"") && line.length() > HEADLINE / 2);
    }
}
