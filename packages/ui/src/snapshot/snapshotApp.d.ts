/** The page that opens a snapshot, with everything it needs: one script that is run as it is. */
export declare const script: string
/** Its stylesheet. */
export declare const style: string
/** What a content security policy allows the script by: `sha256-…`. */
export declare const scriptHash: string
/** And the stylesheet. */
export declare const styleHash: string
