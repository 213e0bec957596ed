package hmnet.region.course;

import hmnet.region.plan.Body;
import hmnet.region.plan.Chance;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A resident as one hospital knows them (カルテ): since when, and with which illnesses.
public record Chart(Plan plan, Resident resident, Facility hospital, LocalDate opened, List<Sickness> sicknesses) {
    private static final int YEARS = 10;
    private static final String CHECK_UP = "check-up";

    public static Chart of(Plan plan, Resident resident, Facility hospital) {
        var place = resident.hospitals().indexOf(Facility.HOSPITALS.indexOf(hospital));
        var opened = opened(plan, resident, hospital);
        var illnesses = Illness.of(plan, resident).toList();
        var sicknesses = new ArrayList<Sickness>();
        for (var i = place; i < illnesses.size(); i += resident.hospitals().size()) {
            sicknesses.add(new Sickness(
                    illnesses.get(i), onset(plan, resident, illnesses.get(i), opened, sicknesses.isEmpty())));
        }
        if (sicknesses.isEmpty()
                || sicknesses.stream().allMatch(s -> s.illness().passes())) {
            sicknesses.add(new Sickness(Illness.of(CHECK_UP), opened));
        }
        return new Chart(plan, resident, hospital, opened, List.copyOf(sicknesses));
    }

    Body body() {
        return new Body(plan, resident);
    }

    /// What the resident has, at all their hospitals.
    List<Sickness> sicknessesEverywhere() {
        return resident.hospitals().stream()
                .map(Facility.HOSPITALS::get)
                .flatMap(place ->
                        place.equals(hospital) ? sicknesses.stream() : of(plan, resident, place).sicknesses().stream())
                .toList();
    }

    Chance chance(Object key) {
        return Chance.of(plan.seed(), resident.index(), hospital.code(), key);
    }

    /// More charts are young than old: people move, and a hospital's storage begins when it joins.
    private static LocalDate opened(Plan plan, Resident resident, Facility hospital) {
        var featuredResident = resident.featured();
        if (featuredResident != null) {
            return plan.today().minusDays(featuredResident.days);
        }
        var share = Math.pow(
                Chance.of(plan.seed(), "opened", resident.index(), hospital.code())
                        .share(),
                2);
        var day = plan.today().minusDays(30 + (long) (share * (YEARS * 365 - 33)));
        return day.isBefore(resident.birthDate()) ? resident.birthDate().plusDays(1) : day;
    }

    /// The illness that brings somebody is there from the beginning, others come later; none before the age that it
    /// befalls.
    private static LocalDate onset(Plan plan, Resident resident, Illness illness, LocalDate opened, boolean first) {
        var chance = Chance.of(plan.seed(), "onset", resident.index(), illness.key());
        var days = ChronoUnit.DAYS.between(opened, plan.today());
        var share = illness.passes() || illness.lastsDays() > 0 ? chance.share() : chance.share() * chance.share();
        var latest = Math.max(0, days - Math.max(illness.lastsDays(), 25));
        var drawn = first && !illness.passes() ? opened : opened.plusDays((long) (share * latest));
        var youngest = resident.birthDate().plusYears(illness.fromAge());
        return drawn.isBefore(youngest) && youngest.isBefore(plan.today()) ? youngest.plusDays(1) : drawn;
    }
}
