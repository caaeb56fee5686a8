package org.tocsin.db;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories taken whole: listed, deleted, given away. No symbolic link is followed. */
final class Trees {
    private Trees() {}

    static List<Path> children(Path directory, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
            entries.forEach(found::add);
        }
        return found;
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path path : walk(tree, Comparator.reverseOrder())) {
            Files.deleteIfExists(path);
        }
    }

    static void giveTo(Path tree, int user, int group) throws IOException {
        for (Path path : walk(tree, Comparator.naturalOrder())) {
            Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static List<Path> walk(Path tree, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.sorted(order).toList();
        }
    }
}
