package hmnet.exchange.iti78;

import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.fhir.Refusals;
import hmnet.exchange.personquery.Candidate;
import hmnet.exchange.personquery.NamePart;
import hmnet.exchange.personquery.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/// The search parameters of ITI-78 (検索パラメータ), read into traits, numbers that must all hold and domains
/// that alone are to be returned.
record PdqmQuery(Traits traits, List<TokenParam> numbers, List<String> domains) {
    static PdqmQuery of(@Nullable TokenAndListParam identifiers, Traits traits) {
        var numbers = new ArrayList<TokenParam>();
        var domains = new ArrayList<String>();
        for (var token : tokens(identifiers)) {
            if (token.getValue() == null || token.getValue().isBlank()) {
                if (token.getSystem() == null || token.getSystem().isBlank()) {
                    throw Refusals.bad(IssueType.INVALID, "an identifier has a system, a value or both");
                }
                domains.add(token.getSystem());
            } else {
                numbers.add(token);
            }
        }
        return new PdqmQuery(
                numbers.isEmpty()
                        ? traits
                        : traits.numbered(
                                system(numbers.getFirst()), numbers.getFirst().getValue()),
                List.copyOf(numbers),
                List.copyOf(domains));
    }

    /// Whether a candidate has all numbers that were asked for beside the first, which found it.
    boolean has(List<Identifier> identifiers) {
        return numbers.stream().skip(1).allMatch(wanted -> holds(wanted, identifiers));
    }

    /// Whether somebody known by id is also who was described.
    boolean fits(Candidate candidate) {
        return traits.fits(candidate.said())
                && numbers.stream().limit(1).allMatch(wanted -> holds(wanted, candidate.identifiers()))
                && has(candidate.identifiers());
    }

    private static boolean holds(TokenParam wanted, List<Identifier> identifiers) {
        return identifiers.stream()
                .anyMatch(number -> number.value().equals(wanted.getValue())
                        && (system(wanted).isEmpty() || number.domain().uri().equals(system(wanted))));
    }

    private static String system(TokenParam token) {
        return token.getSystem() == null ? "" : token.getSystem();
    }

    private static List<TokenParam> tokens(@Nullable TokenAndListParam list) {
        return list == null
                ? List.of()
                : list.getValuesAsQueryTokens().stream()
                        .flatMap(or -> or.getValuesAsQueryTokens().stream())
                        .toList();
    }

    static List<NamePart> names(NamePart.NameField field, @Nullable StringAndListParam list) {
        return list == null
                ? List.of()
                : list.getValuesAsQueryTokens().stream()
                        .map(or -> or.getValuesAsQueryTokens())
                        .filter(or -> !or.isEmpty())
                        .map(or -> new NamePart(
                                field,
                                or.stream().map(StringParam::getValue).toList(),
                                or.stream().noneMatch(StringParam::isExact)))
                        .toList();
    }

    static String text(@Nullable StringAndListParam list) {
        return list == null
                ? ""
                : list.getValuesAsQueryTokens().stream()
                        .flatMap(or -> or.getValuesAsQueryTokens().stream())
                        .findFirst()
                        .map(StringParam::getValue)
                        .orElse("");
    }

    /// A whole day: what reaches over days would read a hospital through.
    static @Nullable LocalDate day(@Nullable DateRangeParam range) {
        if (range == null || range.isEmpty()) {
            return null;
        }
        var from = range.getLowerBound();
        var to = range.getUpperBound();
        if (from == null || to == null || !from.getValueAsString().equals(to.getValueAsString())) {
            throw Refusals.bad(IssueType.NOTSUPPORTED, "birthdate is one day, without a prefix");
        }
        return Stream.of(from.getValueAsString())
                .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"))
                .map(LocalDate::parse)
                .findFirst()
                .orElseThrow(() -> Refusals.bad(IssueType.NOTSUPPORTED, "birthdate is a whole day: 1950-03-31"));
    }
}
