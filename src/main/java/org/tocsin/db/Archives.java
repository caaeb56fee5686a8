package org.tocsin.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the archive of programs, with their modes and links, and nothing outside its target. */
final class Archives {
    private static final int OWNER_MAY_EXECUTE = 0100;
    private static final Set<PosixFilePermission> PLAIN = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    private static final Set<PosixFilePermission> EXECUTABLE = EnumSet.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    static {
        EXECUTABLE.addAll(PLAIN);
    }

    private Archives() {}

    static void unpackTarXz(InputStream in, Path target) throws IOException {
        create(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, inside(target, target.resolve(entry.getName()), entry));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            create(path);
            return;
        }
        create(parent(path));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, path);
            Files.setPosixFilePermissions(path, (entry.getMode() & OWNER_MAY_EXECUTE) != 0 ? EXECUTABLE : PLAIN);
        } else {
            throw new IOException("neither file, directory nor symbolic link in the archive: " + entry.getName());
        }
    }

    private static Path inside(Path target, Path path, TarArchiveEntry entry) throws IOException {
        Path normal = path.normalize();
        boolean linkLeaves = entry.isSymbolicLink()
                && !normal.resolveSibling(entry.getLinkName()).normalize().startsWith(target);
        if (!normal.startsWith(target) || linkLeaves) {
            throw new IOException("the archive leaves its directory: " + entry.getName());
        }
        return normal;
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("no directory holds " + path);
        }
        return parent;
    }

    /** Whatever the umask, so that the programs also run for the role that a root process steps down to. */
    private static void create(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            create(parent(directory));
            Files.createDirectory(directory);
            Files.setPosixFilePermissions(directory, EXECUTABLE);
        }
    }
}
