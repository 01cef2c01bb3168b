package orrery.exchange;

import java.nio.charset.StandardCharsets;

/**
 * A short sound text in every format that can be imported, named as in {@link ImportFormat}; {@code SBDB_TABLE} and
 * {@code HORIZONS_JSON} are other forms of those formats. Tests break them.
 */
enum TradedText {
    TLE(sum("""
            ISS (ZARYA)
            1 25544U 98067A   20045.18587073  .00000950  00000-0  25302-4 0  9990
            2 25544  51.6443 242.0161 0004885 264.6060 207.3845 15.49165514212791
            """)),

    OEM_KVN("""
            CCSDS_OEM_VERS = 2.0
            CREATION_DATE = 2020-01-01T00:00:00
            ORIGINATOR = X
            META_START
            OBJECT_NAME = PROBE
            OBJECT_ID = 2020-001A
            CENTER_NAME = EARTH
            REF_FRAME = EME2000
            TIME_SYSTEM = UTC
            START_TIME = 2020-01-01T00:00:00
            STOP_TIME = 2020-01-01T00:03:00
            INTERPOLATION = HERMITE
            INTERPOLATION_DEGREE = 7
            META_STOP
            COMMENT states
            2020-01-01T00:00:00.000 7000.1 0.2 1e-3 0.1 7.5 0.0
            2020-01-01T00:01:00.000 7000.2 450 1e-3 0.1 7.5 0.0
            2020-01-01T00:02:00.000 7000.3 900 1e-3 0.1 7.5 0.0
            2020-01-01T00:03:00.000 7000.4 1350 1e-3 0.1 7.5 0.0
            COVARIANCE_START
            EPOCH = 2020-01-01T00:00:00
            1.0
            COVARIANCE_STOP
            """),

    OEM_XML("""
            <?xml version="1.0" encoding="UTF-8"?>
            <oem id="CCSDS_OEM_VERS" version="2.0"><header><ORIGINATOR>X</ORIGINATOR></header><body><segment>
            <metadata><OBJECT_NAME>PROBE</OBJECT_NAME><OBJECT_ID>2020-001A</OBJECT_ID><CENTER_NAME>EARTH</CENTER_NAME>
            <REF_FRAME>ICRF</REF_FRAME><TIME_SYSTEM>TDB</TIME_SYSTEM></metadata><data>
            <stateVector><EPOCH>2020-01-01T00:00:00</EPOCH><X units="km">7000</X><Y>1</Y><Z>2</Z><X_DOT>0</X_DOT>
            <Y_DOT>7.5</Y_DOT><Z_DOT>0</Z_DOT></stateVector>
            <stateVector><EPOCH>2020-01-01T00:01:00</EPOCH><X>7000</X><Y>451</Y><Z>2</Z><X_DOT>0</X_DOT>
            <Y_DOT>7.5</Y_DOT><Z_DOT>0</Z_DOT></stateVector></data></segment></body></oem>
            """),

    OMM_KVN("""
            CCSDS_OMM_VERS = 2.0
            OBJECT_NAME = ISS
            OBJECT_ID = 1998-067A
            CENTER_NAME = EARTH
            REF_FRAME = TEME
            TIME_SYSTEM = UTC
            MEAN_ELEMENT_THEORY = SGP4
            EPOCH = 2020-02-14T04:27:39.231
            MEAN_MOTION = 15.49165514 [rev/day]
            ECCENTRICITY = 0.0004885
            INCLINATION = 51.6443
            RA_OF_ASC_NODE = 242.0161
            ARG_OF_PERICENTER = 264.6060
            MEAN_ANOMALY = 207.3845
            NORAD_CAT_ID = 25544
            BSTAR = 0.000025302
            MEAN_MOTION_DOT = 0.0000095
            MEAN_MOTION_DDOT = 0
            """),

    OMM_XML("""
            <?xml version="1.0" encoding="UTF-8"?>
            <ndm><omm id="CCSDS_OMM_VERS" version="2.0"><header><CREATION_DATE/><ORIGINATOR/></header><body><segment>
            <metadata><OBJECT_NAME>ISS (ZARYA)</OBJECT_NAME><OBJECT_ID>1998-067A</OBJECT_ID>
            <CENTER_NAME>EARTH</CENTER_NAME><REF_FRAME>TEME</REF_FRAME><TIME_SYSTEM>UTC</TIME_SYSTEM>
            <MEAN_ELEMENT_THEORY>SGP4</MEAN_ELEMENT_THEORY></metadata><data><meanElements>
            <EPOCH>2020-02-14T04:27:39.231</EPOCH><MEAN_MOTION>15.49165514</MEAN_MOTION>
            <ECCENTRICITY>.0004885</ECCENTRICITY><INCLINATION>51.6443</INCLINATION>
            <RA_OF_ASC_NODE>242.0161</RA_OF_ASC_NODE><ARG_OF_PERICENTER>264.6060</ARG_OF_PERICENTER>
            <MEAN_ANOMALY>207.3845</MEAN_ANOMALY></meanElements><tleParameters><EPHEMERIS_TYPE>0</EPHEMERIS_TYPE>
            <CLASSIFICATION_TYPE>U</CLASSIFICATION_TYPE><NORAD_CAT_ID>25544</NORAD_CAT_ID>
            <ELEMENT_SET_NO>999</ELEMENT_SET_NO><REV_AT_EPOCH>21279</REV_AT_EPOCH><BSTAR>.25302E-4</BSTAR>
            <MEAN_MOTION_DOT>.95E-5</MEAN_MOTION_DOT><MEAN_MOTION_DDOT>0</MEAN_MOTION_DDOT></tleParameters></data>
            </segment></body></omm></ndm>
            """),

    OMM_JSON("""
            [{"OBJECT_NAME":"ISS","OBJECT_ID":"1998-067A","EPOCH":"2020-02-14T04:27:39.231","MEAN_MOTION":15.49,
            "ECCENTRICITY":0.0004885,"INCLINATION":51.6443,"RA_OF_ASC_NODE":242.0161,"ARG_OF_PERICENTER":264.6,
            "MEAN_ANOMALY":207.3845,"NORAD_CAT_ID":25544,"BSTAR":2.5302e-5,"MEAN_MOTION_DOT":9.5e-6}]
            """),

    OMM_CSV("""
            OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,NORAD_CAT_ID,BSTAR
            ISS,1998-067A,2020-02-14T04:27:39.231,15.49,0.0004885,51.6443,242.0161,264.6,207.3845,25544,2.5e-5
            """),

    HORIZONS("""
            *******************************************************************************
            API VERSION: 1.2
            Target body name: Mars (499)                      {source: mar099}
            Center body name: Sun (10)                        {source: DE441}
            Center-site name: BODY CENTER
            Start time      : A.D. 2000-Jan-01 12:00:00.0000 TDB
            Output units    : KM-S
            Output type     : GEOMETRIC cartesian states
            Reference frame : ICRF
            $$SOE
            2451545.000000000 = A.D. 2000-Jan-01 12:00:00.0000 TDB
             X = 2.0805E+08 Y =-2.0070E+06 Z =-5.1562E+06
             VX= 1.1627E+00 VY= 2.6294E+01 VZ= 5.2229E-01
             LT= 6.9422E+02 RG= 2.0812E+08 RR= 8.9589E-01
            2451546.000000000 = A.D. 2000-Jan-02 12:00:00.0000 TDB
             X = 2.0813E+08 Y = 2.6520E+05 Z =-5.1108E+06
             VX= 9.0962E-01 VY= 2.6300E+01 VZ= 5.2857E-01
            $$EOE
            """),

    CSV("""
            # target = -555
            # center = 399
            # frame = J2000
            # time_system = UTC
            utc,x_km,y_km,z_km,vx,vy,vz,note
            2020-01-01T00:00:00,7000,0,0,0,7.5,0,a
            2020-01-01T00:01:00,7000,450,0,0,7.5,0,b
            2020-01-01T00:02:00,7000,900,0,0,7.5,0,c
            """),

    HORIZONS_JSON("{\"signature\":{\"source\":\"NASA/JPL Horizons API\"},\"result\":\""
            + HORIZONS.text.replace("\n", "\\n") + "\"}"),

    MPC_ASTEROIDS("""
            00001    3.34  0.15 K2669 274.41935   73.29420   80.24863   10.58803  0.0796923  0.21430445   2.7655526  0 MPO980521  7297 126 1801-2026 0.83 M-v 30k Veres      4000      (1) Ceres              20260103
            99942   19.09  0.24 K2669 130.17553  126.67320  203.89912    3.34056  0.1911490  1.11245300   0.9223700  0 E2026-A01  9423  13 2004-2026 0.40 M-v 3Ek MPCLINUX   1803  (99942) Apophis            20260103
            """),

    MPC_COMETS("""
            0001P         1986 02  9.4589  0.574761  0.967482  111.8566   59.0994  162.2516  19860205   4.0  6.0  1P/Halley                                                 98, 1083
            """),

    SBDB("""
            {"signature":{"source":"NASA/JPL Small-Body Database (SBDB) API"},"object":{"des":"1","spkid":"2000001",
            "kind":"an","fullname":"1 Ceres (A801 AA)"},"orbit":{"equinox":"J2000","epoch":"2461200.5","model_pars":[
            {"name":"A2","value":"-1e-14","units":"au/d^2"}],"elements":[{"name":"e","value":"0.0796923"},
            {"name":"a","value":"2.7655526"},{"name":"i","value":"10.58803"},{"name":"om","value":"80.24863"},
            {"name":"w","value":"73.29420"},{"name":"ma","value":"274.41935"}]}}
            """),

    SBDB_TABLE("""
            {"signature":{"source":"NASA/JPL Small-Body Database (SBDB) Query API"},
            "fields":["spkid","full_name","pdes","epoch","e","q","i","om","w","ma"],"data":[
            ["20000433","   433 Eros (A898 PA)","433","2461000.5","0.2228","1.1334","10.828","304.27","178.93","310.55"],
            ["20099942"," 99942 Apophis (2004 MN4)","99942","2461000.5","0.1911","0.7461","3.34","203.9","126.7","120.3"]],
            "count":2}
            """);

    final String text;

    TradedText(String text) {
        this.text = text;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** With the checksums of element sets corrected, so that other errors are reached. */
    static byte[] summed(byte[] text) {
        StringBuilder out = new StringBuilder();
        for (String line : new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            boolean set = line.length() == 69 && (line.startsWith("1 ") || line.startsWith("2 "));
            int sum = 0;
            for (int i = 0; set && i < 68; i++) {
                char c = line.charAt(i);
                sum += c >= '0' && c <= '9' ? c - '0' : c == '-' ? 1 : 0;
            }
            out.append(out.isEmpty() ? "" : "\n").append(set ? line.substring(0, 68) + sum % 10 : line);
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static String sum(String text) {
        return new String(summed(text.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
    }
}
