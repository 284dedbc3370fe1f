/** Settings, flags and database servers from outside. */
@org.jspecify.annotations.NullMarked
package com.dainostore.configuration;
