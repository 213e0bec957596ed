package hmnet.care.drughistory;

import hmnet.care.viewer.RangeQuery;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What part of the history the address asks for (薬歴の絞り込み). What cannot be understood is as if it were not there.
record HistoryQuery(@Nullable String facility, @Nullable String before) {
    Optional<FacilityId> facilityAsked() {
        return facility != null && facility.matches("[0-9]{1,15}")
                ? Optional.of(new FacilityId(Long.parseLong(facility)))
                : Optional.empty();
    }

    CareSpan span() {
        return new RangeQuery(null, before).span();
    }

    boolean first() {
        return new RangeQuery(null, before).beforeAsked().isEmpty();
    }

    String address(String path, @Nullable String end) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("facility", facilityAsked().map(FacilityId::value))
                .queryParamIfPresent("before", Optional.ofNullable(end))
                .encode()
                .toUriString();
    }
}
