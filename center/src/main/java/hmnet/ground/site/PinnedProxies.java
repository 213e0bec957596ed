package hmnet.ground.site;

import hmnet.ground.database.UnsafeSetting;
import java.net.InetAddress;
import java.util.List;

/// The proxies whose word is taken (信頼する逆プロキシ; A007).
///
/// @param blocks where they stand; empty when there is none
record PinnedProxies(List<AddressBlock> blocks) {
    static PinnedProxies of(ProxySettings settings) {
        try {
            return new PinnedProxies(settings.addresses().stream()
                    .map(String::strip)
                    .map(AddressBlock::of)
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new UnsafeSetting(
                    "hmnet.proxy.addresses names addresses or blocks such as 10.0.1.0/24: " + e.getMessage());
        }
    }

    boolean none() {
        return blocks.isEmpty();
    }

    boolean hold(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.holds(address));
    }

    /// Who really calls: the right-most address that is no proxy of ours. What stands left of it is that caller's own
    /// word. An address that cannot be read counts as nobody's, and the hop that wrote it as the caller.
    ///
    /// @param hops what the header says, the client first
    /// @param peer who the connection is from
    InetAddress caller(List<String> hops, InetAddress peer) {
        var caller = peer;
        for (var hop : hops.reversed()) {
            if (!hold(caller)) {
                return caller;
            }
            var written = AddressBlock.written(hop);
            if (written.isEmpty()) {
                return caller;
            }
            caller = written.get();
        }
        return caller;
    }
}
