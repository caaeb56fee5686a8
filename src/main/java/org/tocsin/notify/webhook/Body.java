package org.tocsin.notify.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tocsin.notify.Notice;
import org.tocsin.notify.NoticeJson;
import org.tocsin.notify.Notification;

/** The thin JSON of a webhook, {@code {type, timestamp, data}}; the same bytes for every repeat. */
final class Body {
    /** Standard Webhooks advises less than 20 kB. */
    static final int LIMIT = 20_000;

    /** What may be shortened, least needed first; the lists keep their first entries, the series its last. */
    private static final List<String> LONG_LISTS = List.of("series", "places", "corroborations", "standing");

    private Body() {}

    static byte[] of(Notification notification) {
        Notice notice = notification.notice();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "alert." + notice.alarm().occasion().code());
        body.put("timestamp", notification.createdAt().toString());
        body.set("data", NoticeJson.tree(notice));
        byte[] bytes = NoticeJson.bytes(body);
        for (String list : LONG_LISTS) {
            while (bytes.length >= LIMIT && halve(body, list)) {
                bytes = NoticeJson.bytes(body);
            }
        }
        return bytes;
    }

    private static boolean halve(ObjectNode body, String list) {
        if (!(body.at("/data/background/" + list) instanceof ArrayNode entries) || entries.isEmpty()) {
            return false;
        }
        int drop = (entries.size() + 1) / 2;
        for (int i = 0; i < drop; i++) {
            entries.remove(list.equals("series") ? 0 : entries.size() - 1);
        }
        return true;
    }
}
