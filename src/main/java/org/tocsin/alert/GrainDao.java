package org.tocsin.alert;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads in which windows sources speak. */
interface GrainDao {
    @SqlQuery("select distinct grain from source where id = any (:sources)")
    List<String> ofSources(@Bind("sources") List<String> sources);

    @SqlQuery("""
            select distinct s.grain from source s join line l on l.source = s.id
            where l.metric = :metric and (:cause = 'all' or l.cause = :cause or starts_with(l.cause, :cause || ':'))
            """)
    List<String> ofLines(@Bind("metric") String metric, @Bind("cause") String cause);
}
