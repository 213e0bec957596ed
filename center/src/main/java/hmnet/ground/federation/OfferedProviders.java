package hmnet.ground.federation;

import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.signin.OutsideSignIn.OfferedSignIn;
import hmnet.ground.signin.OutsideSignIn.OfferedSignIns;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The providers that the sign-in page offers (サインイン画面の選択肢), by the name of their hospital; none where none stands.
@Component
class OfferedProviders implements OfferedSignIns {
    private final IdentityProviders providers;
    private final Ties ties;
    private final Facilities facilities;

    OfferedProviders(IdentityProviders providers, Ties ties, Facilities facilities) {
        this.providers = providers;
        this.ties = ties;
        this.facilities = facilities;
    }

    @Override
    public List<OfferedSignIn> offered() {
        return providers.standing().stream()
                .map(provider -> new OfferedSignIn(name(provider.facility()), "/signin/federation/" + provider.id()))
                .toList();
    }

    @Override
    public Optional<OfferedSignIn> ownPage(Requester person) {
        return providers
                .standing(person.facility())
                .map(provider -> new OfferedSignIn(name(provider.facility()), OwnTiePage.PAGE));
    }

    @Override
    public void endAll(StaffId staff) {
        ties.endAll(staff);
    }

    private String name(FacilityId facility) {
        return facilities.get(facility).name();
    }
}
