/// What all FHIR doors share (FHIR接続): the server, its strict reading, resources and words of refusal.
@ApplicationModule
@NullMarked
package hmnet.exchange.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
