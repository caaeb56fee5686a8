package org.tocsin.notify.webhook;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** An HTTP client that does one call and nothing else: no redirects, repeats, cookies, credentials or proxies. */
final class Clients {
    private static final int CONNECTIONS = 200;
    private static final int CONNECTIONS_PER_ENDPOINT = 20;

    private Clients() {}

    static CloseableHttpClient build(WebhookSettings settings, PublicAddresses guard) {
        DnsResolver names = settings.allowPrivateNetworks() ? SystemDefaultDnsResolver.INSTANCE : guard;
        Timeout call = Timeout.of(settings.callWithin());
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectWithin()))
                .setSocketTimeout(call)
                .setTimeToLive(TimeValue.of(1, TimeUnit.MINUTES))
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setDefaultConnectionConfig(connection)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_PER_ENDPOINT)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(call)
                        .setConnectionRequestTimeout(call)
                        .build())
                .setUserAgent("Tocsin")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
