package org.tocsin.collect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages answers as networks, people and malice do. */
final class Damage {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|(?<=>)[^<>]+(?=<)|(?<=,)[^,\\n]*(?=,)");

    private static final List<String> STRANGE = List.of(
            "null",
            "-1",
            "0",
            "1e999",
            "1e-9",
            "9".repeat(400),
            "NaN",
            "\"\"",
            "\"NaN\"",
            "true",
            "{}",
            "[]",
            "\"2024-02-30\"",
            "\"9999999999-12-31\"",
            "2024-13-01",
            "\"ZZZZ\"",
            "\u202e\u0000",
            "\"\\u0000\"",
            "<a><b>",
            "&x;",
            "]]>",
            "=1+1",
            "[".repeat(2000),
            "<x>".repeat(500),
            "{\"a\":".repeat(300),
            "\n\n,,,\n",
            "\"".repeat(7),
            "x".repeat(5000));

    private Damage() {}

    static byte[] to(byte[] whole, Random random) {
        byte[] bytes = whole;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return STRANGE.get(random.nextInt(STRANGE.size())).getBytes(StandardCharsets.UTF_8);
        }
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(Math.min(bytes.length - from, 400) + 1);
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes, random);
            case 1 -> joined(bytes, from, new byte[0], to);
            case 2 -> joined(bytes, from, Arrays.copyOfRange(bytes, from, to), from);
            case 3 -> Arrays.copyOf(bytes, from);
            case 4 -> replaced(bytes, NUMBER, random);
            case 5 -> replaced(bytes, WORDS, random);
            case 6 -> joined(bytes, from, strange(random), from);
            default -> joined(bytes, from, strange(random), to);
        };
    }

    private static byte[] strange(Random random) {
        return STRANGE.get(random.nextInt(STRANGE.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    /** One value, whatever it is, becomes something strange. */
    private static byte[] replaced(byte[] bytes, Pattern pattern, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher matcher = pattern.matcher(text);
        List<int[]> found = new ArrayList<>();
        while (matcher.find() && found.size() < 200) {
            found.add(new int[] {matcher.start(), matcher.end()});
        }
        if (found.isEmpty()) {
            return bytes;
        }
        int[] one = found.get(random.nextInt(found.size()));
        return joined(bytes, one[0], strange(random), one[1]);
    }

    /** What lies before {@code from}, then {@code between}, then what lies from {@code to} on. */
    private static byte[] joined(byte[] bytes, int from, byte[] between, int to) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, from);
        joined.writeBytes(between);
        joined.write(bytes, to, bytes.length - to);
        return joined.toByteArray();
    }
}
