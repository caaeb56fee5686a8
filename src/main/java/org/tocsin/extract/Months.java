package org.tocsin.extract;

import java.util.HashMap;
import java.util.Map;

/** The names of months and weekdays in the languages that are read, without accents. */
final class Months {
    private static final Map<String, Integer> MONTHS = named(
            "january jan janvier enero ene",
            "february feb fevrier fev febrero",
            "march mar mars marzo",
            "april apr avril avr abril abr",
            "may mai mayo",
            "june jun juin junio",
            "july jul juillet juil julio",
            "august aug aout agosto ago",
            "september sept sep septembre septiembre setiembre",
            "october oct octobre octubre",
            "november nov novembre noviembre",
            "december dec decembre diciembre dic");
    private static final Map<String, Integer> DAYS = named(
            "monday lundi lunes",
            "tuesday mardi martes",
            "wednesday mercredi miercoles",
            "thursday jeudi jueves",
            "friday vendredi viernes",
            "saturday samedi sabado",
            "sunday dimanche domingo");

    private Months() {}

    private static Map<String, Integer> named(String... rows) {
        Map<String, Integer> named = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            for (String name : rows[i].split(" ", -1)) {
                named.put(name, i + 1);
            }
        }
        return Map.copyOf(named);
    }

    /** 1 to 12, 0 for any other word. */
    static int month(String form) {
        return MONTHS.getOrDefault(form, 0);
    }

    /** 1 (Monday) to 7, 0 for any other word. */
    static int weekday(String form) {
        return DAYS.getOrDefault(form, 0);
    }
}
