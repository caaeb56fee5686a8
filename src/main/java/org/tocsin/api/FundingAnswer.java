package org.tocsin.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Funding;
import org.tocsin.series.AppealMoney;

/**
 * What of a crisis's appeals is paid, in USD.
 *
 * @param counted the appeals that add up to it
 * @param listed the others, with why they are not added
 */
record FundingAnswer(
        LocalDate day,
        @Nullable BigDecimal required,
        @Nullable BigDecimal received,
        @Nullable BigDecimal coverage,
        @Nullable BigDecimal gap,
        List<AppealAnswer> counted,
        Map<String, String> listed) {
    record AppealAnswer(
            String appeal,
            @Nullable BigDecimal required,
            @Nullable BigDecimal received,
            LocalDate asOf) {
        static AppealAnswer from(AppealMoney money) {
            return new AppealAnswer(money.appeal(), money.required(), money.received(), money.asOf());
        }
    }

    static FundingAnswer from(Funding funding) {
        boolean known = !funding.counted().isEmpty();
        return new FundingAnswer(
                funding.day(),
                known ? funding.required() : null,
                known ? funding.received() : null,
                funding.coverage(),
                funding.gap(),
                funding.counted().stream().map(AppealAnswer::from).toList(),
                funding.listed());
    }
}
