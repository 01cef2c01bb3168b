package orrery.jfr;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jdk.jfr.ContentType;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MetadataDefinition;
import jdk.jfr.Name;

/** The field is an epoch: seconds of TDB past 2000-01-01 12:00:00 TDB. */
@MetadataDefinition
@ContentType
@Name("orrery.SecondsPastJ2000")
@Label("Seconds past J2000, TDB")
@Description("Ephemeris time: seconds of barycentric dynamical time since 2000-01-01 12:00:00 TDB")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface SecondsPastJ2000 {}
