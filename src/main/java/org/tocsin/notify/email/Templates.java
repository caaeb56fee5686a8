package org.tocsin.notify.email;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/** The two faces of a mail, made from the same view. */
final class Templates {
    private static final String FOLDER = "org/tocsin/notify/email/";

    private final Mustache html = new DefaultMustacheFactory(FOLDER).compile("mail.html.mustache");
    private final Mustache text = new Unescaped().compile("mail.txt.mustache");

    /** Everything from the view is escaped; a number and its sign stay on one line. */
    String html(MailView view, Picture picture) {
        return fill(html, Map.of("mail", view, "picture", picture))
                .replaceAll("(\\d) %", "$1\u00a0%")
                .replaceAll("USD (\\d)", "USD\u00a0$1");
    }

    String text(MailView view) {
        return fill(text, Map.of("mail", view)).replaceAll("\n{3,}", "\n\n");
    }

    /**
     * The picture as the HTML refers to it.
     *
     * @param shown whether there is one
     */
    record Picture(boolean shown, String cid, String alternative, int width) {
        static final Picture NONE = new Picture(false, "", "", 0);
    }

    private static String fill(Mustache template, Map<String, Object> scope) {
        return template.execute(new StringWriter(), scope).toString();
    }

    private static final class Unescaped extends DefaultMustacheFactory {
        Unescaped() {
            super(FOLDER);
        }

        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(value);
            } catch (IOException e) {
                throw new UncheckedIOException("a string cannot be written to", e);
            }
        }
    }
}
