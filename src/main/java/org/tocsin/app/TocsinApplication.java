package org.tocsin.app;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.migrations.MigrationsBundle;
import java.time.InstantSource;

/** The program's front door. */
public final class TocsinApplication extends Application<TocsinConfiguration> {
    private final InstantSource knowledge;

    public TocsinApplication() {
        this(InstantSource.system());
    }

    /** A service that believes it is another time: what the replay leaves behind can be looked at as it stood then. */
    TocsinApplication(InstantSource knowledge) {
        this.knowledge = knowledge;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("liquibase.analytics.enabled", "false");
        new TocsinApplication().run(arguments);
    }

    @Override
    public String getName() {
        return "tocsin";
    }

    @Override
    public void initialize(Bootstrap<TocsinConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(true)));
        bootstrap.addBundle(new MigrationsBundle<>() {
            @Override
            public DataSourceFactory getDataSourceFactory(TocsinConfiguration settings) {
                return OpenDatabase.factory(settings.database());
            }

            @Override
            public String getMigrationsFileName() {
                return Schema.CHANGELOG;
            }
        });
        bootstrap.addCommand(new CollectCommand(System.out));
        bootstrap.addCommand(new FigureCommand(System.out));
        bootstrap.addCommand(new KeyCommand(System.out));
        bootstrap.addCommand(new SourceCommand(System.out));
        bootstrap.addCommand(new DemoCommand(System.out));
        bootstrap.addCommand(new DetectCommand(System.in, System.out));
    }

    @Override
    public void run(TocsinConfiguration settings, Environment environment) {
        new Service(settings, environment, knowledge).start();
    }
}
