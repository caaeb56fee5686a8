package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesTest {
    @TempDir
    private Path directory;

    @Test
    void modesAndLinksAreKept() throws IOException {
        Archives.unpackTarXz(
                archive(file("bin/ring", 0755), file("share/text", 0644), link("bin/toll", "ring")), at("x"));

        assertThat(at("x/bin/ring")).isExecutable().hasContent("bim");
        assertThat(Files.isExecutable(at("x/share/text"))).isFalse();
        assertThat(Files.readSymbolicLink(at("x/bin/toll"))).isEqualTo(Path.of("ring"));
    }

    @Test
    void anEntryThatLeavesTheTargetIsRefused() throws IOException {
        InputStream archive = archive(file("../outside", 0644));

        assertThatThrownBy(() -> Archives.unpackTarXz(archive, at("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../outside");
        assertThat(at("outside")).doesNotExist();
    }

    @Test
    void aLinkThatLeavesTheTargetIsRefused() throws IOException {
        InputStream archive = archive(link("bin/out", "../../outside"));

        assertThatThrownBy(() -> Archives.unpackTarXz(archive, at("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bin/out");
    }

    private Path at(String path) {
        return directory.resolve(path);
    }

    private static TarArchiveEntry file(String name, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        return entry;
    }

    private static TarArchiveEntry link(String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return entry;
    }

    private static InputStream archive(TarArchiveEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] content = "bim".getBytes(StandardCharsets.UTF_8);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            for (TarArchiveEntry entry : entries) {
                entry.setSize(entry.isSymbolicLink() ? 0 : content.length);
                tar.putArchiveEntry(entry);
                if (!entry.isSymbolicLink()) {
                    tar.write(content);
                }
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
