package hmnet.ground.routes;

/// A listening port of the centre (接続口). A route answers on one of them and is 404 on the other.
public enum Connector {
    /// People with a browser.
    WEB,
    /// Facilities' machines, with a client certificate (相互TLS).
    MTLS,
    /// Browsers that show a certificate of their user, on their way to the pages (利用者証明書).
    CERTIFICATE
}
