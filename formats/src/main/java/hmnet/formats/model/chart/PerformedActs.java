package hmnet.formats.model.chart;

import hmnet.formats.model.code.Label;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/// What was done or arranged (処置・手術・検査の実施、介護): procedures of a receipt or an order, meals,
/// services of care.
///
/// @param ordered asked for, not yet done
public record PerformedActs(
        String key,
        OffsetDateTime at,
        PerformedKind kind,
        String title,
        OrderSource from,
        boolean ordered,
        CareStatus status,
        List<PerformedAct> acts,
        Set<Label> labels)
        implements Entry {
    /// Which sheet it belongs to (種別).
    public enum PerformedKind {
        /// 処置・手術・指導・検査の実施・食事.
        PROCEDURE,
        /// 介護: assessments and services.
        CARE
    }

    /// One act or item.
    ///
    /// @param said a value or words that belong to it, empty when there is none
    public record PerformedAct(String key, Concept act, Amount amount, String said, CareStatus status) {
        /// As its kind says.
        public static PerformedAct of(String key, Concept act, Amount amount, String said) {
            return new PerformedAct(key, act, amount, said, CareStatus.ACTIVE);
        }
    }

    public PerformedActs withActs(List<PerformedAct> others) {
        return new PerformedActs(key, at, kind, title, from, ordered, status, others, labels);
    }

    /// As a sender tells it that says no more.
    public static PerformedActs of(
            String key,
            OffsetDateTime at,
            PerformedKind kind,
            String title,
            String department,
            String doctor,
            boolean ordered,
            List<PerformedAct> acts,
            Set<Label> labels) {
        return new PerformedActs(
                key, at, kind, title, OrderSource.of(department, doctor), ordered, CareStatus.ACTIVE, acts, labels);
    }
}
