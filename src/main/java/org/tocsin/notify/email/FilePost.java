package org.tocsin.notify.email;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.tocsin.notify.Delivery;
import org.tocsin.notify.Notification;

/** Writes each mail to a file of its own, whole or not at all; a repeat replaces the file. */
final class FilePost implements Post {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;

    FilePost(Path directory) {
        this.directory = directory;
    }

    @Override
    public Delivery hand(Outgoing mail) throws MessagingException {
        Notification notification = mail.notification();
        String name = STAMP.format(notification.createdAt()) + "-" + notification.id() + ".eml";
        try {
            Files.createDirectories(directory);
            Path unfinished = Files.createTempFile(directory, ".", ".part");
            try {
                write(mail, unfinished);
                Files.move(
                        unfinished,
                        directory.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return new Delivery.Accepted(new Delivery.Reply(null, name));
        } catch (IOException e) {
            return new Delivery.Deferred(Delivery.Reply.none("not written: " + e), Duration.ZERO);
        }
    }

    private static void write(Outgoing mail, Path file) throws IOException, MessagingException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            mail.message().writeTo(out);
            channel.force(true);
        }
    }
}
