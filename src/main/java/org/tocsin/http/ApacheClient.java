package org.tocsin.http;

import java.time.Duration;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Builds the library's client with everything off that would act on its own, and with bounds where it has none. */
final class ApacheClient {
    private static final int MOST_CONNECTIONS = 256;
    private static final int LONGEST_HEADER_LINE = 32 * 1024;
    private static final int MOST_HEADERS = 200;

    private ApacheClient() {}

    static CloseableHttpClient build(
            String userAgent, Duration connectTimeout, int connectionsPerHost, AddressRule addresses) {
        return HttpClients.custom()
                .setConnectionManager(connections(connectTimeout, connectionsPerHost, addresses))
                .setUserAgent(userAgent)
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            Duration connectTimeout, int perHost, AddressRule addresses) {
        ConnectionConfig config = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(connectTimeout))
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                // A host that moves is followed.
                .setTimeToLive(TimeValue.ofMinutes(1))
                .build();
        Http1Config bounds = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(config)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(bounds)
                        .build())
                .setDnsResolver(new GuardedNames(SystemDefaultDnsResolver.INSTANCE, addresses))
                .setMaxConnPerRoute(perHost)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .build();
    }
}
