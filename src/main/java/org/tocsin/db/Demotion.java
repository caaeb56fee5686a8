package org.tocsin.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a process of root starts PostgreSQL, which refuses to run as root.
 *
 * <p>A directory of root is used through {@code unshare -U}: in a user namespace without a mapping the server is
 * nobody to itself, yet still owns root's files, so that the directory may lie below one that only root may enter.
 * Where namespaces are forbidden, as in most containers, the directory is given to nobody and used through
 * {@code setpriv}. A directory that already belongs to somebody else is used as that user.
 *
 * @param prefix words to put before a command, none when the process is not root
 * @param user who must own what the server reads; not used when {@code gives} is false
 * @param group likewise
 * @param gives whether files that this process makes must be given to that user
 */
record Demotion(List<String> prefix, int user, int group, boolean gives) {
    private static final Logger log = LoggerFactory.getLogger(Demotion.class);
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final Demotion NONE = new Demotion(List.of(), ROOT, ROOT, false);
    private static final Demotion UNSHARE = new Demotion(List.of("unshare", "-U", "--"), ROOT, ROOT, false);

    Demotion {
        prefix = List.copyOf(prefix);
    }

    /** @throws DatabaseUnavailableException if this is root and there is no way to step down */
    static Demotion in(Path directory) throws IOException {
        if (new UnixSystem().getUid() != ROOT) {
            return NONE;
        }
        int owner = (int) Files.getAttribute(directory, "unix:uid");
        if (owner != ROOT) {
            Demotion owning = setpriv(owner, (int) Files.getAttribute(directory, "unix:gid"));
            if (!owning.mayWrite(directory)) {
                throw noWayDown(directory, owner);
            }
            return owning;
        }
        return UNSHARE.mayWrite(directory) ? UNSHARE : nobody(directory);
    }

    /** Gives all of a directory of root to nobody, or leaves it as it was if that does not help. */
    static Demotion nobody(Path directory) throws IOException {
        Demotion nobody = setpriv(NOBODY, NOBODY);
        Trees.giveTo(directory, NOBODY, NOBODY);
        if (!nobody.mayWrite(directory)) {
            Trees.giveTo(directory, ROOT, ROOT);
            throw noWayDown(directory, NOBODY);
        }
        log.info("gave the directory to another user, as PostgreSQL refuses root user={} path={}", NOBODY, directory);
        return nobody;
    }

    private static Demotion setpriv(int user, int group) {
        return new Demotion(
                List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"), user, group, true);
    }

    private static DatabaseUnavailableException noWayDown(Path directory, int user) {
        return new DatabaseUnavailableException(("PostgreSQL refuses to run as root, and here root can step down"
                        + " neither through unshare -U nor, as user %d, through setpriv (which needs util-linux and a"
                        + " path to %s that this user may enter): start as another user, or set database.url to"
                        + " jdbc:postgresql://host:5432/tocsin?user=tocsin&password=...")
                .formatted(user, directory));
    }

    private boolean mayWrite(Path directory) {
        try {
            return new ProcessBuilder(apply(List.of("test", "-w", directory.toString())))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            log.debug("not on this machine: {}", prefix, e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("interrupted while starting PostgreSQL", e);
        }
    }

    /** The command in the words that this process may run it with. */
    List<String> apply(List<String> command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        return List.copyOf(words);
    }

    /** Lets the server's user have what this process made. */
    void give(Path tree) throws IOException {
        if (gives) {
            Trees.giveTo(tree, user, group);
        }
    }
}
