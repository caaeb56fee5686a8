package org.tocsin.collect;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Takes a body as it comes, compressed into a temporary file, and knows its SHA-256 and length at the end. */
final class Spool implements AutoCloseable {
    private final Path file;
    private String sha256 = "";
    private long size;

    Spool() throws IOException {
        this.file = Files.createTempFile("tocsin-", ".gz");
    }

    /** Begins afresh: what was taken before is forgotten. */
    OutputStream begin() throws IOException {
        MessageDigest digest = digest();
        OutputStream packed = new DigestOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), digest);
        size = 0;
        return new FilterOutputStream(packed) {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
                size++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                size += length;
            }

            @Override
            public void close() throws IOException {
                super.close();
                sha256 = HexFormat.of().formatHex(digest.digest());
            }
        };
    }

    Path file() {
        return file;
    }

    String sha256() {
        return sha256;
    }

    /** Bytes taken, before compression. */
    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
