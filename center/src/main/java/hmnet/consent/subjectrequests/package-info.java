/// What persons ask for by their rights: disclosure, correction, stop of use (開示等の請求).
@ApplicationModule
@NullMarked
package hmnet.consent.subjectrequests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
