package hmnet.care.today;

import hmnet.care.today.TodaysPatients.TodaysPatient;
import hmnet.ground.design.PeopleAtHand;
import hmnet.ground.routes.Right;
import hmnet.ground.signin.Sessions;
import hmnet.ground.signin.SignInState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/// From one of today's patients to the next (患者の切替): those whose chart the facility may open.
@Component
class TodaySwitch implements PeopleAtHand {
    private final Sessions sessions;
    private final TodaysPatients patients;

    TodaySwitch(Sessions sessions, TodaysPatients patients) {
        this.sessions = sessions;
        this.patients = patients;
    }

    @Override
    public List<PersonAtHand> of(HttpServletRequest request) {
        return sessions.of(request) instanceof SignInState.Present(var person) && person.may(Right.VIEW_CHART)
                ? patients.unnumbered(person).stream()
                        .filter(TodaysPatient::tied)
                        .map(one -> new PersonAtHand("/people/" + one.person(), one.name(), one.kana()))
                        .toList()
                : List.of();
    }
}
