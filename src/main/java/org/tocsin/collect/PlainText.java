package org.tocsin.collect;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Makes plain text, as it is archived and read for figures, of what sources publish with markup. */
public final class PlainText {
    private static final Pattern FOOTNOTE = Pattern.compile("[\\d\\s,*\u2020\u2021\\[\\]()]*");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern LINES = Pattern.compile(" ?\\n ?");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n{3,}");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]*)\\]\\([^)\\s]*\\)");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|(?m)^#{1,6} |^> ?");

    private PlainText() {}

    /**
     * The text of a piece of HTML: paragraphs, list items and table cells apart by blank lines, so that no number gets beside a word
     * that is not about it; without footnote marks, which would lengthen the number before them, and what is struck out.
     */
    public static String ofHtml(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select("script, style, template, del, s, strike").remove();
        body.select("sup").removeIf(mark -> FOOTNOTE.matcher(mark.text()).matches());
        Writer text = new Writer();
        NodeTraversor.traverse(text, body);
        return tidy(text.out.toString());
    }

    /** The text of Markdown as sources write it: without emphasis, headings' marks and the addresses of links. */
    public static String ofMarkdown(String markdown) {
        return tidy(EMPHASIS.matcher(LINK.matcher(markdown).replaceAll("$1")).replaceAll(""));
    }

    /** A line of text such as a title, with its markup and line breaks gone. */
    public static String line(String html) {
        return ofHtml(html).replaceAll("\\s+", " ").strip();
    }

    /** Characters that no text has and no database takes are left out, blank lines are one. */
    private static String tidy(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isText).forEach(kept::appendCodePoint);
        String spaced = BLANKS.matcher(kept).replaceAll(" ");
        String lined = LINES.matcher(spaced).replaceAll("\n");
        return PARAGRAPHS.matcher(lined).replaceAll("\n\n").strip();
    }

    private static boolean isText(int character) {
        if (Character.isISOControl(character)) {
            return character == '\n' || character == '\t';
        }
        return Character.getType(character) != Character.SURROGATE && character != 0xFEFF;
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                out.append(words.getWholeText().replaceAll("[ \\t\\r\\n]+", " "));
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock() && !isBreak(element)) {
                out.append("\n\n");
            }
        }

        private static boolean isBreak(Element element) {
            return element.normalName().equals("br");
        }

        private void open(Element element) {
            if (isBreak(element)) {
                out.append('\n');
            } else if (element.isBlock()) {
                out.append("\n\n");
            }
        }
    }
}
