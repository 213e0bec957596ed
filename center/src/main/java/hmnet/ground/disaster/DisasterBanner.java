package hmnet.ground.disaster;

import hmnet.ground.design.Frame.Banner;
import hmnet.ground.design.Frame.Banners;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Requester;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// While the disaster mode holds, every page of staff says so and until when (災害時モードの帯); for those whom it lets look,
/// with the way to it.
@Component
class DisasterBanner implements Banners {
    private static final String VIEWS = "/disaster";

    private final Disasters disasters;

    DisasterBanner(Disasters disasters) {
        this.disasters = disasters;
    }

    @Override
    public Optional<Banner> of(HttpServletRequest request, Messages m) {
        return disasters.standing().map(one -> {
            var words = one.area().isRegion()
                    ? m.t("disaster.banner", m.moment(one.until()))
                    : m.t(
                            "disaster.banner.towns",
                            m.moment(one.until()),
                            String.join(m.t("disaster.comma"), one.area().towns()));
            var opens = request.getAttribute(Requester.class.getName()) instanceof Requester by
                    && disasters.opensTo(by).isPresent();
            return new Banner(words, opens ? VIEWS : null, opens ? m.t("disaster.banner.views") : null);
        });
    }
}
