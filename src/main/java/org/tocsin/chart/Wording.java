package org.tocsin.chart;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** Numbers, days and the chart's own words as the reader writes them. */
final class Wording {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int MOST_FRACTION_DIGITS = 6;

    private final Locale locale;
    private final ResourceBundle words;

    Wording(Locale locale) {
        this.locale = withNumerals(locale);
        this.words = ResourceBundle.getBundle(
                "org.tocsin.chart.words",
                locale,
                Wording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Set<String> keys() {
        return words.keySet();
    }

    String word(String key) {
        return words.getString(key);
    }

    String sentence(String key, Object... parts) {
        return new MessageFormat(words.getString(key), locale).format(parts);
    }

    String exact(BigDecimal value) {
        return digits(NumberFormat.getNumberInstance(locale), value);
    }

    /** Labels of one value axis, all written the same way: in full below a million, else short ("1.5M"). */
    List<String> axis(List<BigDecimal> ticks) {
        boolean large = ticks.stream().anyMatch(tick -> tick.abs().compareTo(MILLION) >= 0);
        boolean coarse = ticks.get(1).subtract(ticks.get(0)).compareTo(BigDecimal.valueOf(1000)) >= 0;
        if (!large || !coarse) {
            return ticks.stream().map(this::exact).toList();
        }
        NumberFormat compact = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        return ticks.stream().map(tick -> digits(compact, tick)).toList();
    }

    String day(LocalDate day) {
        return date("d MMM yyyy", day);
    }

    String date(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, locale)
                .withDecimalStyle(DecimalStyle.of(locale))
                .format(day);
    }

    // As a double: the compact format of JDK 17 divides a BigDecimal without a fraction and writes 1,250 million as 1B.
    private static String digits(NumberFormat format, BigDecimal value) {
        format.setMaximumFractionDigits(MOST_FRACTION_DIGITS);
        return format.format(value.doubleValue());
    }

    // Which numerals plain "ar" means has changed between releases of the JDK's locale data; a country's choice has
    // not.
    private static Locale withNumerals(Locale locale) {
        boolean open = locale.getLanguage().equals("ar")
                && locale.getCountry().isEmpty()
                && locale.getUnicodeLocaleType("nu") == null;
        return open
                ? new Locale.Builder()
                        .setLocale(locale)
                        .setUnicodeLocaleKeyword("nu", "arab")
                        .build()
                : locale;
    }
}
