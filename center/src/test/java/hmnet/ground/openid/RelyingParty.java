package hmnet.ground.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import hmnet.ground.signin.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/// A sub-system, played by a library that nobody here wrote (Nimbus OAuth 2.0 SDK): it reads the discovery, asks,
/// exchanges the code and checks the token.
public final class RelyingParty {
    static final URI BACK = URI.create("https://sub.example/back");
    private static final Pattern LEADS = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]*)\"");

    private final OIDCProviderMetadata provider;
    private final ClientID id;
    private final ClientSecretBasic secret;
    private final CodeVerifier verifier = new CodeVerifier();
    private final State state = new State();
    private final Nonce nonce = new Nonce();

    RelyingParty(int port, String id, String secret) {
        this.id = new ClientID(id);
        this.secret = new ClientSecretBasic(this.id, new Secret(secret));
        try {
            this.provider = OIDCProviderMetadata.resolve(new Issuer("http://localhost:" + port));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String secret() {
        return secret.getClientSecret().getValue();
    }

    OIDCProviderMetadata provider() {
        return provider;
    }

    public String clientId() {
        return id.getValue();
    }

    CodeVerifier verifier() {
        return verifier;
    }

    AuthenticationRequest.Builder asking() {
        return new AuthenticationRequest.Builder(new ResponseType("code"), new Scope("openid", "profile"), id, BACK)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
    }

    /// Where the pages of the centre lead a browser that comes from the sub-system: to it again, or to a page of ours.
    static String led(Browser browser, AuthenticationRequest asked) {
        return led(browser, asked.toURI().getRawQuery());
    }

    public static String led(Browser browser, String query) {
        var hop = browser.get(Endpoints.AUTHORIZE + "?" + query);
        assertThat(hop.statusCode()).isEqualTo(200);
        var here = leads(hop);
        assertThat(here).startsWith(Endpoints.SIGN_ON + "?");
        var answer = browser.get(here);
        return answer.statusCode() == 200
                ? leads(answer)
                : answer.statusCode() + " "
                        + answer.headers().firstValue("Location").orElse(answer.body());
    }

    public static String leads(HttpResponse<String> page) {
        var matcher = LEADS.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return HtmlUtils.htmlUnescape(matcher.group(1));
    }

    AuthenticationResponse response(String address) {
        try {
            var response = AuthenticationResponseParser.parse(URI.create(address));
            assertThat(response.getState()).isEqualTo(state);
            assertThat(response.getIssuer()).isEqualTo(provider.getIssuer());
            return response;
        } catch (Exception e) {
            throw new IllegalStateException(address, e);
        }
    }

    /// The code that a browser brings along.
    AuthorizationCode code(Browser browser) {
        return response(led(browser, asking().build())).toSuccessResponse().getAuthorizationCode();
    }

    TokenResponse exchange(AuthorizationCode code) {
        return exchange(new AuthorizationCodeGrant(code, BACK, verifier));
    }

    TokenResponse exchange(AuthorizationCodeGrant grant) {
        try {
            return OIDCTokenResponseParser.parse(new TokenRequest.Builder(provider.getTokenEndpointURI(), secret, grant)
                    .build()
                    .toHTTPRequest()
                    .send());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    OIDCTokenResponse tokens(Browser browser) {
        var answer = exchange(code(browser));
        assertThat(answer.indicatesSuccess())
                .as(() -> answer.toErrorResponse().toJSONObject().toString())
                .isTrue();
        return (OIDCTokenResponse) answer.toSuccessResponse();
    }

    /// As the library checks it: signature by the published keys, issuer, audience, time and nonce.
    IDTokenClaimsSet checked(OIDCTokenResponse tokens) {
        try {
            var validator = new IDTokenValidator(
                    provider.getIssuer(),
                    id,
                    JWSAlgorithm.RS256,
                    provider.getJWKSetURI().toURL());
            return validator.validate(tokens.getOIDCTokens().getIDToken(), nonce);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    HTTPResponse userInfo(AccessToken token) {
        try {
            return new UserInfoRequest(provider.getUserInfoEndpointURI(), token)
                    .toHTTPRequest()
                    .send();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    int revoke(AccessToken token) {
        try {
            return new TokenRevocationRequest(provider.getRevocationEndpointURI(), secret, token)
                    .toHTTPRequest()
                    .send()
                    .getStatusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
