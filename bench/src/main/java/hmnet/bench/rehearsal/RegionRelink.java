package hmnet.bench.rehearsal;

import hmnet.consent.consents.Consents;
import hmnet.ground.keys.Keys;
import hmnet.people.arrivals.RegionWeights;
import hmnet.people.relinking.RelinkPlan;
import hmnet.people.relinking.Relinking;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The whole region matched anew (地域全体の再名寄せ), as `./hmnet relink` does it.
final class RegionRelink {
    private final DataSource owner;
    private final Keys keys;

    RegionRelink(Doors doors) {
        var accounts = doors.accounts();
        this.keys = doors.keys();
        this.owner = new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
    }

    RelinkPlan plan() {
        return relinking().plan();
    }

    String apply(RelinkPlan plan) {
        return relinking().apply(plan, made -> Consents.open(owner, made)) + " linked";
    }

    private Relinking relinking() {
        try {
            return new Relinking(owner, keys, RegionWeights.read(""), line -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
