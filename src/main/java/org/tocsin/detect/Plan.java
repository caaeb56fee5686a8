package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.List;
import org.tocsin.figure.Period;

/** What the pace of an appeal is judged by: its days, its requirement in USD, and its peers on the judged day. */
public record Plan(String appeal, String type, Period period, BigDecimal required, List<Peer> peers) {
    public Plan {
        required = Numbers.plainOf(required);
        peers = List.copyOf(peers);
    }
}
