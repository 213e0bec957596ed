/// What a bundle asks for, before anything in it is read (Bundleの概要).
@NullMarked
package hmnet.formats.fhirfile.outline;

import org.jspecify.annotations.NullMarked;
