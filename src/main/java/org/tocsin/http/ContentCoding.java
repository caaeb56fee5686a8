package org.tocsin.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The content codings we ask for and undo (RFC 9110, section 8.4.1). */
final class ContentCoding {
    static final String ACCEPTED = "gzip, deflate";
    private static final int BUFFER = 8192;

    private ContentCoding() {}

    static boolean isPlain(String coding) {
        return coding.isBlank() || coding.strip().equalsIgnoreCase("identity");
    }

    static InputStream decode(String coding, WireBody wire) throws IOException {
        if (isPlain(coding)) {
            return wire;
        }
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> new GZIPInputStream(wire, BUFFER);
            case "deflate" -> inflate(wire);
            default -> throw new BrokenExchangeException(Reason.BAD_ENCODING, "not a coding we asked for: " + coding);
        };
    }

    /** "deflate" means the zlib format, but some servers send the bare stream. */
    private static InputStream inflate(WireBody wire) throws IOException {
        byte[] head = wire.readNBytes(2);
        wire.unread(head);
        Inflater inflater = new Inflater(!startsZlib(head));
        return new InflaterInputStream(wire, inflater, BUFFER) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    /** RFC 1950, section 2.2: method 8, and the two bytes are a multiple of 31. */
    private static boolean startsZlib(byte[] head) {
        return head.length == 2 && (head[0] & 0x0f) == 8 && (((head[0] & 0xff) << 8) | (head[1] & 0xff)) % 31 == 0;
    }
}
