package hmnet.ground.federation;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many identity providers wait for a second operator (2人目を待つ認証基盤の数).
@Component
class WaitingProviderCount implements WaitingWork {
    private final IdentityProviders providers;

    WaitingProviderCount(IdentityProviders providers) {
        this.providers = providers;
    }

    @Override
    public String path() {
        return ProvidersPage.PAGE;
    }

    @Override
    public long waiting(Requester by) {
        return providers.waiting();
    }
}
