/// What sends at a facility (施設側ゲートウェイ): reads storage files, speaks mutual TLS to the centre, tells
/// what became of each file.
@NullMarked
package hmnet.gateway;

import org.jspecify.annotations.NullMarked;
