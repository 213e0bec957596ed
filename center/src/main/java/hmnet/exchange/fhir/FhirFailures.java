package hmnet.exchange.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import hmnet.ground.database.FullDisk;
import hmnet.ground.database.SilentDatabase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// What a caller is told of a failure (FHIRの失敗応答). What is the caller's own the library answers with 400 and more; it
/// would write what was asked into the log, so that log is shut and a failure of ours is told here.
@Interceptor
public class FhirFailures {
    private static final Logger LOG = LoggerFactory.getLogger(FhirFailures.class);

    /// @return another answer, or nothing for the library's own
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException answer(Throwable failure) {
        if (FullDisk.caused(failure)) {
            return Refusals.away(HttpStatus.INSUFFICIENT_STORAGE);
        }
        if (SilentDatabase.caused(failure)) {
            return Refusals.away(HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (!(failure instanceof DataFormatException)
                && (!(failure instanceof BaseServerResponseException told)
                        || told.getStatusCode() >= HttpStatus.INTERNAL_SERVER_ERROR.value())) {
            LOG.error("a FHIR request failed", failure);
        }
        return null;
    }
}
