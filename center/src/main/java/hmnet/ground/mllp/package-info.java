/// The port for HL7 messages (電文接続口, MLLP): frames over mutual TLS, limits, acknowledgements.
@ApplicationModule
@NullMarked
package hmnet.ground.mllp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
